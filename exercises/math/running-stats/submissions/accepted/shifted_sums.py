class RunningStats:
    def __init__(self):
        self.count = 0
        self.shift = None

    def update(self, x):
        x = x.detach().double()
        if self.shift is None:
            self.shift, self.sum, self.squares = x[0].clone(), 0.0, 0.0
        d = x - self.shift
        self.count += len(x)
        self.sum = self.sum + d.sum()
        self.squares = self.squares + (d * d).sum()

    @property
    def mean(self):
        return self.shift + self.sum / self.count

    def var(self, correction=1):
        return (self.squares - self.sum * self.sum / self.count) / (self.count - correction)
