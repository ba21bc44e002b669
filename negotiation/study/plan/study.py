"""A study: which points are played, in how many worlds of which luck, and what is measured."""

import hashlib
import json
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from negotiation.scenario import Scenario, read_scenario
from negotiation.scenario.errors import unknown
from negotiation.scenario.quantity import Part, Words
from negotiation.study.plan.design import Design
from negotiation.study.plan.factors import Lever, Uncertainty
from negotiation.study.plan.outcomes import NAME, Measured, headlines

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from negotiation.study.field import StudyResults

Name = Annotated[str, Field(pattern=NAME, max_length=60)]
# What may be changed later without another study: words, and how many worlds.
LATER = {"name", "title", "question", "worlds", "until", "scenario", "base"}


class Until(Part):
    """Stop at a point once the 95 % interval of an outcome reaches no further than this from its middle.

    Source: Chow & Robbins (1965), fixed-width intervals; Glynn & Whitt (1992), sequential stopping of simulations.
    """

    outcome: Name
    half_width: Annotated[float, Field(gt=0.0, allow_inf_nan=False)]


class Study(Part):
    """One question put to a scenario at many points.

    scenario: a shipped one's name, a file, or a Scenario; worlds: at each point, with `until` at most; luck: the same
    at every point, or each point its own; base: lever -> the setting that others are compared with, else the first;
    columns: of worlds.csv, kept besides the outcomes.
    """

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=80)]
    title: Words
    question: str = ""
    scenario: Words | Scenario = "us-canada-briefing"
    worlds: Annotated[int, Field(ge=1, le=2**40)] = 1000
    seed: Annotated[int, Field(ge=0, le=2**64 - 1)] = 2025
    luck: Literal["same", "own"] = "same"
    design: Design = Design()
    levers: dict[Name, Lever] = {}
    uncertainties: dict[Name, Uncertainty] = {}
    outcomes: dict[Name, Measured] = {}
    columns: tuple[Words, ...] = ()
    base: dict[Name, Any] = {}
    until: Until | None = None

    @field_validator("scenario", mode="before")
    @classmethod
    def _named_or_whole(cls, scenario: Any) -> Any:
        """A name, a file or a whole scenario."""
        if not isinstance(scenario, str | dict | Scenario):
            raise ValueError(f"must be a scenario's name or file, got {scenario!r}")
        return scenario

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        """Something differs, nothing is set twice, and what is named exists."""
        if not (self.levers or self.uncertainties):
            raise ValueError("a study needs levers or uncertainties, got none")
        self._check_paths()
        if self.until and self.outcomes and self.until.outcome not in self.outcomes:
            got = self.until.outcome
            raise ValueError(f"until.outcome: {unknown('outcome', got, self.outcomes)}; got '{got}'")
        for lever, setting in self.base.items():
            if lever not in self.levers:
                raise ValueError(f"base: {unknown('lever', lever, self.levers)}; got '{lever}'")
            if setting not in self.levers[lever].settings:
                known = [str(each) for each in self.levers[lever].settings]
                raise ValueError(f"base.{lever}: {unknown('setting', str(setting), known)}; got '{setting}'")
        return self

    def _check_paths(self) -> None:
        """No entry is set by two factors, and none has two names."""
        taken: dict[str, str] = {}
        for kind, factors in (("levers", self.levers), ("uncertainties", self.uncertainties)):
            for name, factor in factors.items():
                paths = factor.paths if isinstance(factor, Lever) else factor.path
                for path in paths:
                    if path in taken:
                        raise ValueError(f"{kind}.{name}: got '{path}', which {taken[path]} sets already")
                    taken[path] = f"{kind}.{name}"
        both = set(self.levers) & set(self.uncertainties)
        if both:
            raise ValueError(f"got '{sorted(both)[0]}' as a lever and as an uncertainty; names must differ")

    @cached_property
    def beneath(self) -> Scenario:
        """The scenario before anything is changed. Raises ScenarioError."""
        return self.scenario if isinstance(self.scenario, Scenario) else read_scenario(self.scenario)

    @cached_property
    def measures(self) -> dict[str, Measured]:
        """What is measured, the headlines if the study does not say."""
        return self.outcomes or headlines(self.beneath)

    def fingerprint(self) -> str:
        """A short name for everything a world's results depend on: other words or more worlds keep it."""
        told = self.model_dump(mode="json", by_alias=True, exclude=LATER)
        text = json.dumps([told, self.beneath.content_hash()], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def run(
        self,
        executor: "Executor | None" = None,
        workers: int = 1,
        out: "str | Path | None" = None,
        resume: bool = False,
    ) -> "StudyResults":
        """Play the study and return what came out; out: its folder, else nothing is left on the disk."""
        from negotiation.study.field import run_study

        return run_study(self, executor, workers, out, resume)
