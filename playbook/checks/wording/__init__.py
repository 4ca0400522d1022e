"""Dignity: words that judge a person, silence people or probe health."""

from playbook.checks.wording import (
    absolute_about_person,
    attitude_judged,
    compared_with_others,
    culture_or_body,
    hearsay,
    identity_in_heading,
    label_on_person,
    motive_read,
    person_data,
    probes_health,
    promise_word,
    say_without_blank,
    silences_people,
    threatens_person,
    vague_word,
)

__all__ = ["MODULES"]

MODULES = (
    absolute_about_person,
    attitude_judged,
    compared_with_others,
    culture_or_body,
    hearsay,
    identity_in_heading,
    label_on_person,
    motive_read,
    person_data,
    probes_health,
    promise_word,
    say_without_blank,
    silences_people,
    threatens_person,
    vague_word,
)
