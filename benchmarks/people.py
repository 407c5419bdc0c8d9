"""Made-up persons, each with the names that texts would give them: spellings, orders, short forms, initials.

The spellings stand here in tables of their own, so that the truth does not come from the code that is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

OFFICES = (
    "president",
    "prime minister",
    "foreign minister",
    "deputy foreign minister",
    "ambassador",
    "spokesperson",
)
Forms = tuple[str, ...]
Made = tuple[str, Forms]
"""Who it is (given and family name in one spelling), and the full names that texts have."""

KOREAN_FAMILIES = (
    ("Kim", "Gim"),
    ("Pak", "Park"),
    ("Choe", "Choi"),
    ("Ri", "Lee"),
    ("Jong", "Jeong"),
    ("Yun", "Yoon"),
)
KOREAN = (
    ("myong", "myung", "myeong"), ("ho", "ho", "ho"), ("yong", "young", "yeong"), ("chol", "chul", "cheol"),
    ("son", "sun", "seon"), ("hui", "hee", "hui"), ("jun", "joon", "jun"), ("song", "sung", "seong"),
    ("gyong", "kyung", "gyeong"), ("su", "soo", "su"), ("hyon", "hyun", "hyeon"), ("il", "il", "il"),
    ("min", "min", "min"), ("jin", "jin", "jin"), ("thae", "tae", "tae"), ("uk", "wook", "uk"),
)  # fmt: skip
"""North Korean, customary South Korean and Revised spellings of one syllable."""
CHINESE_FAMILIES = (
    ("Zhang", "Chang"),
    ("Zhou", "Chou"),
    ("Xu", "Hsu"),
    ("Deng", "Teng"),
    ("Cao", "Ts'ao"),
    ("Song", "Sung"),
)
CHINESE = (
    ("jian", "chien"), ("guo", "kuo"), ("xiang", "hsiang"), ("zhong", "chung"), ("de", "te"), ("qing", "ch'ing"),
    ("bo", "po"), ("dong", "tung"), ("rui", "jui"), ("jun", "chün"), ("zhi", "chih"), ("xue", "hsüeh"), ("ping", "p'ing"),
    ("gang", "kang"), ("tian", "t'ien"), ("ye", "yeh"),
)  # fmt: skip
"""Pinyin and Wade–Giles."""
JAPANESE_FAMILIES = (
    ("Sato", "Satō"),
    ("Ito", "Itō"),
    ("Ono", "Ōno"),
    ("Tanaka",),
    ("Kobayashi",),
    ("Okubo", "Ōkubo"),
    ("Fujita", "Huzita"),
    ("Yamada",),
    ("Matsumoto", "Matumoto"),
    ("Kato", "Katō"),
    ("Hayashi",),
    ("Shimizu", "Simizu"),
    ("Endo", "Endō"),
    ("Ota", "Ōta"),
)
JAPANESE = (
    ("Taro", "Tarō"), ("Shigeru", "Sigeru"), ("Yuichi", "Yūichi"), ("Ken", "Ken"), ("Kenji", "Kenzi"), ("Koji", "Kōji"),
    ("Fumio", "Humio"), ("Naoko",), ("Tsutomu", "Tutomu"), ("Haruka",), ("Jiro", "Jirō"), ("Masako",),
    ("Ryota", "Ryōta"), ("Yoko", "Yōko"), ("Hiroshi",), ("Akira",), ("Sayuri",),
    ("Goro", "Gorō"),
)  # fmt: skip
ARABIC = (
    ("Mohammed", "Muhammad", "Mohamed"), ("Ahmed", "Ahmad"), ("Hussein", "Husayn", "Hussain"), ("Khaled", "Khalid"),
    ("Faisal", "Faysal"), ("Yusuf", "Youssef", "Yousef"), ("Omar", "Umar"), ("Tariq", "Tareq"), ("Mahmoud", "Mahmud"),
    ("Suleiman", "Sulayman"), ("Ibrahim",), ("Nasser", "Nasir"), ("Salem", "Salim"), ("Majid", "Majed"),
)  # fmt: skip
ARABIC_FAMILIES = (
    ("al-Rashidi", "Al Rashidi"), ("al-Qasimi", "al-Kasimi"), ("al-Hadi", "El Hadi"), ("al-Masri", "El-Masri"),
    ("al-Tamimi", "Al-Tamimi"), ("al-Fayez",), ("al-Otaibi", "Al-Utaybi"), ("al-Hashimi", "Al Hashemi"),
)  # fmt: skip
RUSSIAN = (
    ("Sergei", "Sergey"), ("Dmitri", "Dmitry", "Dmitriy"), ("Aleksei", "Alexey", "Alexei"), ("Yevgeny", "Evgeny"),
    ("Nikolai", "Nikolay"), ("Yuri", "Yury"), ("Andrei", "Andrey"), ("Mikhail",), ("Vasily", "Vasili"), ("Pavel",),
    ("Grigory", "Grigori"), ("Valery", "Valeri"), ("Oleg",), ("Konstantin",),
)  # fmt: skip
RUSSIAN_FAMILIES = (
    ("Belyaev", "Belyayev"), ("Sokolov",), ("Yershov", "Ershov"), ("Malinovsky", "Malinovskiy"), ("Zaitsev", "Zaytsev"),
    ("Kalinin",), ("Gusev",), ("Vorobyov", "Vorobyev"), ("Filatov",), ("Tretyakov", "Tretiakov"), ("Nikitin",),
    ("Grekov",), ("Bykovsky", "Bykovskiy"), ("Maltsev",), ("Ryzhov",), ("Lyapin", "Liapin"), ("Samoilov", "Samoylov"),
)  # fmt: skip
VIETNAMESE_FAMILIES = (
    ("Nguyễn", "Nguyen"),
    ("Trần", "Tran"),
    ("Lê", "Le"),
    ("Phạm", "Pham"),
    ("Đỗ", "Do"),
    ("Vũ", "Vu"),
)
VIETNAMESE = (
    ("Văn", "Van"), ("Minh",), ("Đức", "Duc"), ("Quang",), ("Thị", "Thi"), ("Xuân", "Xuan"), ("Hải", "Hai"),
    ("Tuấn", "Tuan"),
    ("Hùng", "Hung"), ("Lan",), ("Phúc", "Phuc"), ("Thanh",), ("Sơn", "Son"), ("Bình", "Binh"),
    ("Ngọc", "Ngoc"), ("Dũng", "Dung"),
)  # fmt: skip
SPANISH = (
    "Carlos",
    "María",
    "José",
    "Ana",
    "Luis",
    "Elena",
    "Jorge",
    "Lucía",
    "Andrés",
    "Inés",
    "Raúl",
    "Tomás",
)
SPANISH_FAMILIES = (
    "Quispe", "Mamani", "Rojas", "Peña", "Núñez", "Ibáñez", "Salcedo", "Vargas", "Ortega", "Cáceres", "Morales", "Lozano",
    "Ríos", "Acosta", "Benítez", "Duarte",
)  # fmt: skip
ENGLISH = (
    ("Robert", "Bob"),
    ("William", "Bill"),
    ("Thomas", "Tom"),
    ("Anne",),
    ("Laura",),
    ("Edward", "Ed"),
    ("Susan", "Sue"),
)
ENGLISH_ENDS = ("ford", "well", "ham", "by", "more", "stead", "field", "worth")
ENGLISH_STARTS = (
    "Ash",
    "Brad",
    "Cal",
    "Dun",
    "El",
    "Far",
    "Gar",
    "Hal",
    "Kirk",
    "Lang",
    "Mar",
    "North",
    "Pres",
    "Rad",
    "Stan",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a state, with the full names and the office that texts give them."""

    number: int
    state: str
    office: str
    names: Forms
    surname: str


def make_people(number: int) -> list[Person]:
    """So many persons, no two of one state with one given and family name; the first are always the same."""
    random, taken, people = Random("people"), set(), []
    while len(people) < number:
        state = random.choice(sorted(MAKERS))
        who, forms = MAKERS[state](random)
        if (state, who) not in taken:
            taken.add((state, who))
            names = tuple(dict.fromkeys(forms))
            surname = names[0].split()[SURNAME_AT.get(state, -1)]
            people.append(Person(len(people), f"country/{state}", random.choice(OFFICES), names, surname))
    return people


def _korean(random: Random) -> Made:
    family, first, second = random.choice(KOREAN_FAMILIES), *random.sample(KOREAN, 2)
    north = f"{family[0]} {first[0].capitalize()} {second[0].capitalize()}"
    return north, (north, *(f"{family[1]} {first[k].capitalize()}-{second[k]}" for k in (1, 2)))


def _chinese(random: Random) -> Made:
    family, first, second = random.choice(CHINESE_FAMILIES), *random.sample(CHINESE, 2)
    pinyin = f"{family[0]} {first[0].capitalize()}{second[0]}"
    return pinyin, (pinyin, f"{family[1]} {first[1].capitalize()}-{second[1]}")


def _japanese(random: Random) -> Made:
    family, given = random.choice(JAPANESE_FAMILIES), random.choice(JAPANESE)
    plain = f"{given[0]} {family[0]}"
    return plain, (plain, f"{given[-1]} {family[-1]}", f"{family[0]} {given[0]}")


def _arabic(random: Random) -> Made:
    given, family = random.choice(ARABIC), random.choice(ARABIC_FAMILIES)
    father = random.choice([word for word in ARABIC if word != given])
    chain = (given, father, family) if random.random() < 0.6 else (given, family)
    return f"{given[0]} {family[0]}", _spelled(chain, random)


def _russian(random: Random) -> Made:
    chain = random.choice(RUSSIAN), random.choice(RUSSIAN_FAMILIES)
    return f"{chain[0][0]} {chain[1][0]}", _spelled(chain, random)


def _spelled(chain: Sequence[Forms], random: Random) -> Forms:
    return tuple(" ".join(random.choice(word) for word in chain) for _ in range(3))


def _vietnamese(random: Random) -> Made:
    chain = random.choice(VIETNAMESE_FAMILIES), *random.sample(VIETNAMESE, 2)
    marked, plain = (" ".join(word[k] for word in chain) for k in (0, -1))
    return plain, (marked, plain)


def _spanish(random: Random) -> Made:
    given, (father, mother) = random.choice(SPANISH), random.sample(SPANISH_FAMILIES, 2)
    return f"{given} {father}", (f"{given} {father}", f"{given} {father} {mother}")


def _english(random: Random) -> Made:
    given, initial = random.choice(ENGLISH), random.choice("ABCDEFGHJKLMPRSTW")
    family = random.choice(ENGLISH_STARTS) + random.choice(ENGLISH_ENDS)
    name = f"{given[0]} {family}"
    return name, (name, f"{given[0]} {initial}. {family}", f"{given[-1]} {family}")


MAKERS: Mapping[str, Callable[[Random], Made]] = {
    "PRK": _korean, "KOR": _korean, "CHN": _chinese, "TWN": _chinese, "JPN": _japanese, "EGY": _arabic, "KWT": _arabic,
    "JOR": _arabic, "RUS": _russian, "VNM": _vietnamese, "PER": _spanish, "MEX": _spanish, "USA": _english, "GBR": _english,
}  # fmt: skip
SURNAME_AT = {"PRK": 0, "KOR": 0, "CHN": 0, "TWN": 0, "VNM": 0}
