"""What the weight of one design says of that of another."""

#: Words for a trial that are more than a hint.
_FIRM = 1.2


def settled(scores: dict[str, float]) -> dict[str, float]:
    """The weights after that; the mapping given is changed."""
    if scores.get("meta_analysis", 0) >= 2.5 and "systematic_review" in scores:
        scores["meta_analysis"] += scores["systematic_review"]
    if scores.get("case_report", 0.0) >= 3.0 and "systematic_review" in scores:
        scores["systematic_review"] -= 2.0  # "a case report and review of the literature"
    if scores.get("randomized_controlled_trial", 0.0) >= _FIRM and "cohort" in scores:
        scores["cohort"] -= 1.0  # those who were sent one way or the other were followed, too
    trial = scores.get("single_arm_trial", 0.0)
    placebo = scores.get("randomized_controlled_trial", 0.0)
    if trial and placebo >= _FIRM:
        scores["randomized_controlled_trial"] = placebo + 0.5 * trial
        scores["single_arm_trial"] = trial - 1.0
    return scores
