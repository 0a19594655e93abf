# caught-by: keeps_objects_apart
# mistake: All objects seem to share their best metric.
# mistake[zh-CN]: 所有对象似乎共用一个最好值。
class Plateau:
    best = None

    def __init__(self, lr, mode, factor, patience, threshold, cooldown, min_lr):
        self.lr = lr
        self.mode = mode
        self.factor = factor
        self.patience = patience
        self.threshold = threshold
        self.cooldown = cooldown
        self.min_lr = min_lr
        Plateau.best = None
        self.bad = 0
        self.resting = 0

    def is_better(self, metric):
        if self.best is None:
            return True
        if self.mode == "min":
            return metric < self.best * (1 - self.threshold)
        return metric > self.best * (1 + self.threshold)

    def step(self, metric):
        if self.is_better(metric):
            Plateau.best = metric
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
