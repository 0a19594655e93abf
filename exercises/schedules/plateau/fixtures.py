"""Drives the learner's schedulers through series of metrics. Nothing here knows what is right."""


def drive(make, settings, metrics):
    """The rates that one scheduler returns."""
    plateau = make(**settings)
    return [plateau.step(metric) for metric in metrics]


def drive_many(make, runs):
    """The same for several pairs of settings and metrics, one after the other."""
    return [drive(make, settings, metrics) for settings, metrics in runs]


def take_turns(make, runs):
    """The rates of schedulers that are all made first, by position, and then step in turn."""
    plateaus = [make(*settings) for settings, _ in runs]
    rates = [[] for _ in runs]
    for metrics in zip(*(metrics for _, metrics in runs), strict=True):
        for plateau, metric, seen in zip(plateaus, metrics, rates, strict=True):
            seen.append(plateau.step(metric))
    return rates
