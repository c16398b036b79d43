# SPDX-License-Identifier: MIT
"""How cost grows with the log: {work: [(doses, ms), ...]} as a chart in the terminal and as SVG, both on logarithmic scales."""
import math

WIDTH = 40
INKS = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#17becf", "#7f7f7f", "#bcbd22", "#ff7f0e", "#111"]


def bounds(growth):
    values = [ms for points in growth.values() for _, ms in points]
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def draw(growth):
    low, high = bounds(growth)
    print(f"{'growth':24}{'doses':>10}{'ms':>10}  {10 ** low:g} ms{'':{WIDTH - 14}}{10 ** high:g} ms, logarithmic")
    for work, points in growth.items():
        for at, (size, ms) in enumerate(points):
            bar = "#" * max(1, round(WIDTH * (math.log10(ms) - low) / (high - low)))
            print(f"{work if at == 0 else '':24}{size:>10,}{ms:>10.2f}  {bar}")


def write(growth, path):
    low, high = bounds(growth)
    most = max(size for points in growth.values() for size, _ in points)

    def across(size):
        return 70 + 480 * math.log10(max(size, 100) / 100) / math.log10(max(most, 1000) / 100)

    def up(ms):
        return 360 - 320 * (math.log10(ms) - low) / (high - low)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 420" font-family="sans-serif" font-size="12">',
           '<rect width="760" height="420" fill="#fff"/>']
    for power in range(low, high + 1):
        y = up(10 ** power)
        out.append(f'<path d="M70 {y:.1f}H550" stroke="#ddd"/><text x="64" y="{y + 4:.1f}" text-anchor="end">{10 ** power:g} ms</text>')
    for size in sorted({size for points in growth.values() for size, _ in points}):
        out.append(f'<text x="{across(size):.1f}" y="380" text-anchor="middle">{size:,}</text>')
    out.append('<text x="310" y="402" text-anchor="middle">doses in the log</text>')
    for number, (work, points) in enumerate(growth.items()):
        ink, y = INKS[number % len(INKS)], 60 + 22 * number
        line = " ".join(f"{across(size):.1f},{up(ms):.1f}" for size, ms in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"/>')
        out += [f'<circle cx="{across(size):.1f}" cy="{up(ms):.1f}" r="3" fill="{ink}"/>' for size, ms in points]
        out.append(f'<path d="M570 {y}h20" stroke="{ink}" stroke-width="2"/><text x="596" y="{y + 4}">{work}</text>')
    with open(path, "w") as file:
        file.write("\n".join([*out, "</svg>"]) + "\n")
