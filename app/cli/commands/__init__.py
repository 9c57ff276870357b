"""One module per noun; what stands here is what the shell can do."""

from app.cli.commands import (
    appraisals,
    assessments,
    bundles,
    campaigns,
    collecting,
    folders,
    frameworks,
    keys,
    rankings,
    received,
    samples,
    schemas,
    scores,
    submissions,
)
from app.cli.registry import Command

COMMANDS: tuple[Command, ...] = (
    *frameworks.COMMANDS,
    *scores.COMMANDS,
    *campaigns.COMMANDS,
    *assessments.COMMANDS,
    *keys.COMMANDS,
    *submissions.COMMANDS,
    *bundles.COMMANDS,
    *collecting.COMMANDS,
    *appraisals.COMMANDS,
    *rankings.COMMANDS,
    *received.COMMANDS,
    *folders.COMMANDS,
    *samples.COMMANDS,
    *schemas.COMMANDS,
)
