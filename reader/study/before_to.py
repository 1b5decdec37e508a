"""Words with which a phrase on people goes on behind "to": "exposed to", "resistant to", "15 to 20"."""

BEFORE_TO = frozenset(
    [
        "exposed", "allergic", "resistant", "related", "due", "prone", "addicted", "sensitive", "linked", "unable", "able",
        "trying", "wanted", "wishing", "close", "next", "up", "similar", "respond", "responded", "admitted", "referred",
        "access", "seeking", "planning", "hoping", "likely", "wanting", "willing", "going", "listening", "adherence",
        "attached", "susceptible", "vulnerable", "secondary", "intolerant", "prior", "according", "refractory", "committed",
        "returning", "new", "need", "needed", "continued", "want", "walk", "walked", "used", "refused", "hope", "failed",
    ]
) | frozenset(str(number) for number in range(121))  # fmt: skip
