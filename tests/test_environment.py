"""Templates: overrides, their faults as located problems, and a sandbox that reaches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.bundled import templates_dir
from playbook.environment import check_overrides
from playbook.problems import Location, Problem
from tests.golden.cases import golden, is_duration, reworded, try_to_render

EXTENDS_HOME = '{% extends "@default/pages/home.md.j2" %}'


def _own(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _body(folder: Path, files: dict[str, str], address: str = "") -> str:
    site, problems = try_to_render(golden("everything"), _own(folder, files))
    assert site is not None, problems
    return next(page.body for page in site.pages if page.address == address)


def _problems(folder: Path, files: dict[str, str]) -> list[Problem]:
    site, problems = try_to_render(golden("everything"), _own(folder, files))
    assert site is None
    return list(dict.fromkeys(problems))


def test_a_projects_own_template_comes_first(tmp_path: Path) -> None:
    body = _body(tmp_path, {"pages/words.md.j2": "<p>{{ view | length }} words</p>"}, "words/")
    assert body == "# Words {#top}\n\n<p>3 words</p>"


def test_an_override_extends_the_original_and_replaces_one_block(tmp_path: Path) -> None:
    body = _body(
        tmp_path,
        {"pages/home.md.j2": f"{EXTENDS_HOME}{{% block doors %}}<p>No doors.</p>{{% endblock %}}"},
    )
    assert "<p>No doors.</p>" in body
    assert "pb-search--home" in body and "pb-doors" not in body


def test_a_template_that_was_changed_is_read_anew_by_the_next_build(tmp_path: Path) -> None:
    assert _body(tmp_path, {"pages/words.md.j2": "<p>before</p>"}, "words/").endswith("<p>before</p>")
    assert _body(tmp_path, {"pages/words.md.j2": "<p>after</p>"}, "words/").endswith("<p>after</p>")


def test_an_override_keeps_a_block_and_adds_to_it(tmp_path: Path) -> None:
    addition = "{% if view.ladders %}<p>{{ m.linked(view.ladders[0]) }}</p>{% endif %}"
    extends = '{% extends "@default/pages/standard.md.j2" %}'
    text = f"{extends}{{% block why %}}{{{{ super() }}}}{addition}{{% endblock %}}"
    body = _body(tmp_path, {"pages/standard.md.j2": text}, "standards/say-early/")
    assert "{#why}" in body
    assert '<p><a href="../../steps/work/">When the work falls short</a></p>' in body


def test_an_overridden_partial_is_used_by_the_bundled_pages(tmp_path: Path) -> None:
    macros = (templates_dir() / "partials/macros.md.j2").read_text(encoding="utf-8")
    changed = macros.replace('<ul class="pb-list">', '<ul class="our-list">')
    assert changed != macros
    assert "our-list" in _body(tmp_path, {"partials/macros.md.j2": changed}, "urgent/")


def test_an_override_may_include_templates_of_its_own(tmp_path: Path) -> None:
    files = {"pages/words.md.j2": '{% include "own/greeting.md.j2" %}', "own/greeting.md.j2": "<p>Hello.</p>"}
    assert "<p>Hello.</p>" in _body(tmp_path, files, "words/")
    assert check_overrides(tmp_path, templates_dir()) == []


def test_bundled_templates_give_the_same_pages_in_the_sandbox(tmp_path: Path) -> None:
    own = _own(tmp_path, {"own/nothing.md.j2": ""})
    bare, _ = try_to_render(golden("everything"))
    kept, _ = try_to_render(golden("everything"), own)
    assert bare and kept and bare.pages == kept.pages


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pages/standrad.md.j2", 'did you mean "pages/standard.md.j2"?'),
        ("page/home.md.j2", 'did you mean "pages/home.md.j2"?'),
        ("home.md.j2", 'did you mean "pages/home.md.j2"?'),
        ("pages/home.md", 'did you mean "pages/home.md.j2"?'),
        ("pages/something-else.md.j2", "templates of your own that others include go into templates/own/"),
    ],
)
def test_an_override_that_overrides_nothing_is_a_problem(tmp_path: Path, name: str, hint: str) -> None:
    own = _own(tmp_path, {name: "x", "README.md": "ours", "pages/home.md.j2": "x", ".DS_Store": ""})
    assert check_overrides(own, templates_dir()) == [
        Problem("unknown-template", f'no template is called "{name}"', Location(f"templates/{name}"), hint)
    ]


def test_a_link_out_of_the_templates_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    own = _own(tmp_path / "templates", {"pages/home.md.j2": "x"})
    (own / "own").mkdir()
    (own / "own/x.j2").symlink_to(tmp_path / "secret")
    assert [(found.check, found.location) for found in check_overrides(own, templates_dir())] == [
        ("link-outside", Location("templates/own/x.j2"))
    ]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "<p>\n{{ view.titel }}</p>",
            2,
            'this template cannot be filled: HomeView has no "titel"',
            "templates/README.md of the product lists what each template gets",
        ),
        (
            "<p>\n\n{{ view.misson }}</p>",
            3,
            'this template cannot be filled: HomeView has no "misson"',
            'did you mean "mission"?',
        ),
        (
            "{{ vew.mission }}",
            1,
            'this template cannot be filled: nothing is called "vew" here',
            'did you mean "view"?',
        ),
        (
            "{{ label.ladde }}",
            1,
            'this template cannot be filled: label has no "ladde"',
            'did you mean "ladder"?',
        ),
        (
            "{{ view.mission.x }}",
            1,
            'this template cannot be filled: a text has no "x"',
            "templates/README.md of the product lists what each template gets",
        ),
        (
            '{% import "partials/macros.md.j2" as m %}\n{{ m.linkeed(view.urgent) }}',
            2,
            'this template cannot be filled: partials/macros.md.j2 has no "linkeed"',
            'did you mean "linked"?',
        ),
        (
            "{% if view.mission %}\n<p>",
            1,
            "this template cannot be filled: Unexpected end of template. Jinja was looking for the following "
            "tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.",
            "",
        ),
        ("<p>\n{{ view.mission | lin }}", 2, "this template cannot be filled: No filter named 'lin'.", ""),
        ("\n{% include 'own/x.md.j2' %}", 2, 'there is no template "own/x.md.j2"', ""),
        (
            "{% include 'partials/macro.md.j2' %}",
            1,
            'there is no template "partials/macro.md.j2"',
            'did you mean "partials/macros.md.j2"?',
        ),
        (
            "{% include 'pages/home.md.j2' %}",
            1,
            "this template includes itself without end",
            "take out one of the includes",
        ),
        (
            '{% import "partials/macros.md.j2" as m with context %}\n{{ m.linked(view.doors[9]) }}',
            2,
            'this template cannot be filled: a list has no "9"',
            "templates/README.md of the product lists what each template gets",
        ),
        ("\n{{ 1 / 0 }}", 2, "this template cannot be filled: division by zero", ""),
        (
            "{{ view.doors | line }}",
            1,
            "this template cannot be filled: expected string or bytes-like object, got 'tuple'",
            "",
        ),
    ],
)
def test_a_fault_in_a_template_is_a_problem_at_its_line(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    assert _problems(tmp_path, {"pages/home.md.j2": text}) == [
        Problem("template", message, Location("templates/pages/home.md.j2", line), hint)
    ]


def test_a_fault_in_a_partial_is_reported_where_it_stands(tmp_path: Path) -> None:
    files = {"pages/home.md.j2": '\n{% include "own/a.md.j2" %}', "own/a.md.j2": "\n\n{% if %}"}
    assert [found.location for found in _problems(tmp_path, files)] == [Location("templates/own/a.md.j2", 3)]


def test_a_bundled_template_that_lost_a_macro_is_told_apart_from_the_projects_own(tmp_path: Path) -> None:
    problems = _problems(tmp_path, {"partials/macros.md.j2": "{% macro linked(link) %}x{% endmacro %}"})
    files = {found.location.file for found in problems if found.location}
    assert "@default/pages/urgent-list.md.j2" in files
    assert all(found.check == "template" for found in problems)


def test_a_template_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    own = _own(tmp_path, {"pages/home.md.j2": ""})
    (own / "pages/home.md.j2").write_bytes(b"<p>\ncaf\xe9</p>")
    _, problems = try_to_render(golden("everything"), own)
    assert problems == [
        Problem(
            "template",
            "this template cannot be filled: it is not saved as UTF-8",
            Location("templates/pages/home.md.j2", 2),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.__init__.__globals__ }}",
        "{{ page.__class__ }}",
        "{{ label._labels }}",
        "{{ view.doors.__add__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{% include '../../../etc/hostname' %}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{% for x in range(1000000) %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_but_its_view(tmp_path: Path, text: str) -> None:
    problems = _problems(tmp_path, {"pages/home.md.j2": text})
    assert [(found.check, found.location) for found in problems] == [
        ("template", Location("templates/pages/home.md.j2"))
    ]


def test_what_authors_write_is_never_run_as_a_template() -> None:
    for written in ("{{ 7 * 191 }}", "{% raise %}", "{* x", "{{ undefined_name }}", '{% extends "x" %}'):
        site, problems = try_to_render(
            reworded(
                golden("minimal"),
                lambda record, found, text=written: found.value if is_duration(found) else text,
            )
        )
        assert site is not None and problems == []
        assert not any("1337" in page.markdown for page in site.pages)
