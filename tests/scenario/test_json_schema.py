"""The schema for editors is the one the program reads by."""

from negotiation.scenario.json_schema import json_schema, schema_text
from negotiation.scenario.schema import Scenario
from negotiation.scenario.shipped import folder


def test_the_file_is_up_to_date():
    """If not: python -m negotiation.scenario.json_schema > configs/scenario.schema.json"""
    assert (folder() / "scenario.schema.json").read_text(encoding="utf-8") == schema_text()


def test_it_knows_every_key_and_no_other():
    schema = json_schema()
    assert set(schema["properties"]) == {*Scenario.model_fields, "extends"}
    assert schema["additionalProperties"] is False


def test_a_variant_may_leave_anything_out():
    assert '"required"' not in schema_text()
