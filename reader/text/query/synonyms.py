"""Other names for what study cards say, folded on both sides. A list stands for any of its names."""

from reader.text.folding import fold

_DESIGNS = {
    "rct": ("randomized controlled trial",),
    "rcts": ("randomized controlled trial",),
    "randomized": ("randomized controlled trial",),
    "randomized trial": ("randomized controlled trial",),
    "single arm": ("single arm trial",),
    "uncontrolled": ("single arm trial", "case series", "case report"),
    "non randomized": ("nonrandomized trial",),
    **dict.fromkeys(("systematic reviews", "reviews", "sr"), ("systematic review",)),
    **dict.fromkeys(("meta analyses", "metaanalysis", "ma"), ("meta analysis",)),
    **dict.fromkeys(("cohorts", "cohort study", "cohort studies"), ("cohort",)),
    **dict.fromkeys(("case control study", "case control studies"), ("case control",)),
    **dict.fromkeys(("cross sectional study", "cross sectional studies"), ("cross sectional",)),
    "case reports": ("case report",),
    **dict.fromkeys(("animals", "animal study", "animal studies", "in vivo"), ("animal",)),
    "trials": ("randomized controlled trial", "nonrandomized trial", "single arm trial"),
    "lab": ("in vitro",),
    "laboratory": ("in vitro",),
    "mice": ("animal",),
    "model": ("modelling",),
    "modeling": ("modelling",),
    "survey": ("cross sectional",),
    "interviews": ("qualitative",),
    "observational": (
        *("cohort", "case control", "cross sectional", "case series", "case report"),
    ),
    "interventional": ("randomized controlled trial", "nonrandomized trial", "single arm trial"),
}
_COUNTRIES = {
    **dict.fromkeys(("uk", "gb", "britain", "great britain", "england"), ("united kingdom",)),
    **dict.fromkeys(("us", "usa", "america"), ("united states",)),
    **dict.fromkeys(("holland",), ("netherlands",)),
    **dict.fromkeys(("korea",), ("korea", "south korea", "republic of korea")),
}
_TABLES: dict[str, dict[str, tuple[str, ...]]] = {
    "design": _DESIGNS,
    "country": _COUNTRIES,
    "blinding": {
        "open": ("open label",),
        "unblinded": ("open label",),
        **{f"{kind} blind": (kind,) for kind in ("single", "double", "triple")},
        **{f"{kind} blinded": (kind,) for kind in ("single", "double", "triple")},
    },
    "phase": {
        **{roman: (digit,) for roman, digit in zip(("i", "ii", "iii", "iv"), "1234", strict=True)},
        **{f"phase {digit}": (digit,) for digit in "1234"},
    },
    "species": {
        **dict.fromkeys(("people", "humans", "patients"), ("human",)),
        "mice": ("mouse",),
        "rats": ("rat",),
        "monkeys": ("monkey", "rhesus macaque", "cynomolgus macaque", "macaque"),
    },
    "claim": {
        "causal": ("direct causal", "conditional causal"),
        "cause": ("direct causal", "conditional causal"),
    },
    "evidence": {"abstract": ("conference abstract",), "press release": ("press release only",)},
}


def meant(field: str, text: str) -> tuple[str, ...]:
    """The folded values that a typed value may stand for."""
    folded = fold(text)
    return _TABLES.get(field, {}).get(folded, (folded,))
