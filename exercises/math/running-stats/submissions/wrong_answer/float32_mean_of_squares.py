# caught-by: survives_a_large_mean
# mistake: The mean of the squares is kept in float32: near 1000 it has no digits left for the variance.
# mistake[zh-CN]: 平方的均值保存在 float32 里：在 1000 附近没有有效数字留给方差。
class RunningStats:
    def __init__(self):
        self.count, self.mean, self.square = 0, 0.0, 0.0

    def update(self, x):
        x = x.detach()
        total = self.count + len(x)
        self.mean = self.mean + (x.mean() - self.mean) * (len(x) / total)
        self.square = self.square + ((x**2).mean() - self.square) * (len(x) / total)
        self.count = total

    def var(self, correction=1):
        biased = self.square - self.mean**2
        return biased * (self.count / (self.count - correction))
