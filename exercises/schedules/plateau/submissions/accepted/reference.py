class Plateau:
    def __init__(self, lr, mode, factor, patience, threshold, cooldown, min_lr):
        self.lr = lr
        self.mode = mode
        self.factor = factor
        self.patience = patience
        self.threshold = threshold
        self.cooldown = cooldown
        self.min_lr = min_lr
        self.best = None
        self.bad, self.resting = 0, 0

    def is_better(self, metric):
        if self.best is None:
            return True
        if self.mode == "min":
            return metric < self.best * (1 - self.threshold)
        return metric > self.best * (1 + self.threshold)

    def step(self, metric):
        if self.is_better(metric):
            self.best = metric
            self.bad = 0
        else:
            self.bad += 1
        if self.resting > 0:
            self.resting -= 1
            self.bad = 0
        if self.bad > self.patience:
            self.lr = max(self.lr * self.factor, self.min_lr)
            self.resting = self.cooldown
            self.bad = 0
        return self.lr
