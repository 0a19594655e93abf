# caught-by: joins_the_batches
# mistake: You seem to average the variances of the batches.
# mistake[zh-CN]: 你似乎是对各批次的方差取平均。
class RunningStats:
    def __init__(self):
        self.count, self.total, self.weighted = 0, 0.0, 0.0

    def update(self, x):
        x = x.detach().double()
        self.count += len(x)
        self.total += x.sum().item()
        self.weighted += x.var(correction=0).item() * len(x)

    @property
    def mean(self):
        return self.total / self.count

    def var(self, correction=1):
        return self.weighted / (self.count - correction)
