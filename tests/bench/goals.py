# SPDX-License-Identifier: MIT
"""What each row is wanted to be, and what was not reached: said beside the figure, and once more below the table. A goal is either
at most so many times the bare program, or at most so many milliseconds, or at least so many times as fast as another program."""

MEMORY = 16  # MiB, whatever is asked of however many doses
FLAT = 1.2  # from 1,000 doses to 1,000,000
missed = []


def named(work, size):
    return f"{work}, {size:,} doses" if isinstance(size, int) else work


def at_most(work, size, have, most, unit="x"):
    """The columns goal and verdict for a figure; empty where there is none or nothing is wanted of it."""
    if not most or have is None:
        return "", ""
    if have <= most:
        return f"<= {most:g}{unit}", "met"
    missed.append(f"{named(work, size)}: {have:.2f}{unit}, wanted {most:g}{unit}")
    return f"<= {most:g}{unit}", f"{have / most - 1:.0%} over"


def memory(work, size, mib):
    if mib > MEMORY:
        missed.append(f"{named(work, size)}: {mib:.1f} MiB, wanted {MEMORY}")
    return f"{mib:.1f}" + ("!" if mib > MEMORY else "")


def faster(work, size, name, times, least):
    """times is how many times another program's figure is taper's; what is short of the goal is told with it."""
    if not least or times >= least:
        return f"{times:.3g}x"
    missed.append(f"{named(work, size)}: {name} takes {times:.3g} times as long, wanted {least:g}")
    return f"{times:.3g}x, wanted {least:g}x"


def flat(work, points):
    """A line of its own: how much more the same work costs in the longest log than in the short one."""
    costs = dict(points)
    most = max(costs, default=0)
    if 1000 not in costs or most == 1000:
        return None
    growth = costs[most] / costs[1000]
    goal, verdict = at_most(f"{work}, from 1,000 to {most:,} doses", None, growth, FLAT)
    return growth, goal, verdict


def summary():
    if not missed:
        return "Every goal was met."
    return "\n".join([f"Goals not met: {len(missed)}. tests/bench/README.md says where the time goes.", *(f"  {text}" for text in missed)])
