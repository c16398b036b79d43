#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""schema.py SCHEMA FILE: does the JSON document in FILE ("-": standard input) hold to the JSON Schema?

Knows the keywords our schemas use, and refuses others. Where python3-jsonschema is there, it has to say the same.
"""
import json
import re
import sys

KNOWN = {"$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "properties",
         "additionalProperties", "items", "const", "enum", "pattern", "minimum", "maximum", "minLength", "maxItems"}


def kind_of(value):
    if value is None:
        return {"null"}
    if isinstance(value, bool):
        return {"boolean"}
    if isinstance(value, int):
        return {"integer", "number"}
    if isinstance(value, float):
        return {"number"}
    return {{str: "string", list: "array", dict: "object"}[type(value)]}


def problems(schema, value, root, place):
    unknown = set(schema) - KNOWN
    if unknown:
        sys.exit(f"schema.py: {place}: no such keyword here: {sorted(unknown)}")
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        yield from problems(target, value, root, place)
    if "type" in schema:
        wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not kind_of(value) & set(wanted):
            yield f"{place}: is no {' or '.join(wanted)}"
            return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: is none of {schema['enum']}"
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{place}: {value!r} is not like {schema['pattern']}"
        if len(value) < schema.get("minLength", 0):
            yield f"{place}: is too short"
    if "number" in kind_of(value):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            yield f"{place}: {value} is out of range"
    if isinstance(value, list):
        if len(value) > schema.get("maxItems", len(value)):
            yield f"{place}: has too many items"
        for i, item in enumerate(value):
            yield from problems(schema.get("items", {}), item, root, f"{place}[{i}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        for key in schema.get("required", []):
            if key not in value:
                yield f"{place}: has no {key}"
        for key, item in value.items():
            if key in known:
                yield from problems(known[key], item, root, f"{place}.{key}")
            elif schema.get("additionalProperties", True) is False:
                yield f"{place}: has a {key}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    if sys.argv[2] == "-":
        value = json.load(sys.stdin)
    else:
        with open(sys.argv[2], encoding="utf-8") as file:
            value = json.load(file)
    found = list(problems(schema, value, schema, "$"))
    try:
        import jsonschema
    except ImportError:
        jsonschema = None
    if jsonschema is not None:
        others = list(jsonschema.Draft202012Validator(schema).iter_errors(value))
        if bool(others) != bool(found):
            sys.exit(f"schema.py: jsonschema does not agree: {others[:3]}")
    for problem in found[:20]:
        print(problem)
    if found:
        sys.exit(1)
    print("holds to the schema")


main()
