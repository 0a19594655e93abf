"""Keeps nothing but the metrics, and plays them again at each step."""


class Plateau:
    def __init__(self, lr, mode, factor, patience, threshold, cooldown, min_lr):
        self.settings = lr, mode, factor, patience, threshold, cooldown, min_lr
        self.history = []

    def step(self, metric):
        self.history.append(metric)
        lr, mode, factor, patience, threshold, cooldown, min_lr = self.settings
        best, since, quiet_until = None, 0, -1
        for now, value in enumerate(self.history):
            if best is None:
                improved = True
            elif mode == "max":
                improved = value > best + threshold * best
            else:
                improved = value < best - threshold * best
            if improved:
                best = value
            if improved or now < quiet_until:
                since = now
            if now - since > patience:
                lr = max(min_lr, factor * lr)
                since = now
                quiet_until = now + 1 + cooldown
        return lr
