"""How easily a text reads: counted by hand here, and by the module."""

from __future__ import annotations

import pytest

from playbook.readability import capitals, grade, sentences, syllables, words

# Each word with its syllables, as said in Britain.
BY_HAND = """
the 1 they 1 people 2 moved 1 wanted 2 agreed 2 expectation 4 decision 3 employment 3 formal 2 warning 2
started 2 being 2 create 2 created 3 area 3 manager 3 colleague 2 listen 2 promise 2 promises 3 changes 2
times 1 writes 1 quietly 3 careful 2 statement 2 situation 4 period 3 previous 3 various 3 serious 3
science 2 quiet 2 question 2 language 2 value 2 usual 3 little 2 people's 2 don't 1 you're 1 handle 2
handled 2 ended 2 asked 1 talked 1 needed 2 used 1 seen 1 doing 2 agreeing 3 trying 2 safety 2 improve 2
improvement 3 experience 4 review 2 reviewed 2 table 2 able 2 possible 3 responsible 4 immediately 5
patient 2 social 2 special 2 million 2 onion 2 region 2 religion 3 video 3 radio 3 every 2 evening 2
business 2 different 3 apology 4 notice 2 notices 3 boxes 2 wishes 2 uses 2 phone 1 phones 1 whole 1
wholes 1 hope 1 hopeful 2 hopeless 2 hopefully 3 lonely 2 safe 1 safely 2 due 1 blue 1 true 1 argue 2
continue 3 guess 1 build 1 guide 1 guard 1 suit 1 fruit 1 ruin 2 fluid 2 client 2 diet 2 poet 2 react 2
real 1 idea 3 cruel 2 fuel 2 dual 2 actual 3 individual 5 graduate 3 said 1 says 1 team 1 teams 1 eye 1
year 1 early 2 their 1 hear 1 heard 1 write 1 written 2 down 1 today 2 together 3 somebody 3 anyone 3
something 2 sometimes 2 someone 2 everyone 3 therefore 2 before 2 whereas 2 awesome 2 handsome 2
confidential 4 association 5 deviation 4 harassment 3 appeal 2 witness 2 record 2 evidence 3 investigator
5 disciplinary 5 occurrence 3 proportional 4 psychological 5 unavailable 5 customer 3 handover 3 Thursday
2 Wednesday 2 apologise 4 organisation 5 going 2 seeing 2 lying 2 buying 2 staying 2 playing 2 employee 3
referee 3 free 1 freely 2 tidied 2 carried 2 tried 1 cried 1 denied 2 studies 2 cries 1 queue 1 cooperate
4 museum 3 employees 3 saying 2 layer 2 beyond 2 played 1 obeyed 2 earlier 3 easiest 3 supplier 3 breach 1 reached 1
treating 2 reaction 3 creation 3 creature 2 even 2 ever 2 several 3 maybe 2 friend 1 suicide 3 criticism 4 racism 3
behaviour 3 timelines 2 milestone 2 beforehand 3 warehouse 2 safeguarding 3 vague 1 dialogue 3 unique 2 settled 2
disabled 3 called 1 carefully 3 basically 3 retaliation 5 humiliated 5 appreciate 4 society 4 anxiety 4 reality 4
bullying 3 crying 2 giant 2 liar 2 café 2 hundred 2 sacred 2 hired 1 required 2 rework 2 behold 2 household 2 judgement 2 cement 2 reassure 3
reason 2 increase 2 reinstate 3 reimburse 3 foreign 2 senior 2 brilliant 2 compliant 3 influence 3 fluent 2 frequent 2
coincidence 4 initiative 4
""".split()
COUNTED = dict(zip(BY_HAND[::2], map(int, BY_HAND[1::2]), strict=True))


def test_syllables_are_those_that_are_heard() -> None:
    wrong = {word: syllables(word) for word, heard in COUNTED.items() if syllables(word) != heard}
    assert not wrong


@pytest.mark.parametrize(("word", "heard"), [("", 1), ("4", 1), ("mmm", 1), ("2026", 4), ("ÜBER", 1)])
def test_what_is_hardly_a_word_counts_too(word: str, heard: int) -> None:
    assert syllables(word) >= heard


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Listen. Say back what you heard.", ["Listen.", "Say back what you heard."]),
        ("“Was it clear?” They nod.", ["“Was it clear?”", "They nod."]),
        ("Ask, e.g. Why now? Wait.", ["Ask, e.g. Why now?", "Wait."]),
        ("At 9.30 it was late.", ["At 9.30 it was late."]),
        ("It was due. [What] came later.", ["It was due.", "[What] came later."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("  ", []),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, apart: list[str]) -> None:
    assert sentences(text) == apart


def test_words_keep_their_apostrophes_and_lose_their_brackets() -> None:
    assert words("“[What] wasn’t done,” they'd say_so.") == ["What", "wasn’t", "done", "they'd", "say", "so"]


def test_the_grade_is_the_formula() -> None:
    # 6 words, 2 sentences, 7 syllables
    assert grade("The cat sat. It was happy.") == pytest.approx(max(0.0, 0.39 * 3 + 11.8 * 7 / 6 - 15.59))
    # 10 words, 1 sentence, 18 syllables
    text = "The manager explains the decision before the person leaves today."
    assert grade(text) == pytest.approx(0.39 * 10 + 11.8 * 18 / 10 - 15.59)


def test_hard_words_and_long_sentences_raise_the_grade() -> None:
    plain = "Listen first. Say what you saw. Ask what would help."
    hard = "Consideration of mitigating circumstances necessitates documentation notwithstanding prior communication."
    assert grade(plain) < 3 < 12 < grade(hard)
    assert grade("We ask what happened and we listen and we write it down and we meet again.") > grade(
        "We ask what happened. We listen. We write it down. We meet again."
    )


def test_words_that_readers_know_can_be_left_out() -> None:
    assert grade("Call occupational health now.", leave_out=["occupational"]) < grade(
        "Call occupational health now."
    )
    assert grade("Say", leave_out=["say"]) == grade("") == 0.0


def test_words_in_capitals_are_found() -> None:
    assert capitals("Do NOT wait. Call HR, or ACAS on a VDU. A plan.", known=["hr"]) == ["NOT", "ACAS", "VDU"]
