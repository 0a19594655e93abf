# caught-by: starts_from_nothing
# mistake: The state seems to belong to the class: all objects share it.
# mistake[zh-CN]: 状态似乎属于类：所有对象共用。
import torch


class RunningStats:
    state = {"count": 0, "mean": 0.0, "m2": 0.0}

    @property
    def count(self):
        return self.state["count"]

    @property
    def mean(self):
        return self.state["mean"]

    @torch.no_grad()
    def update(self, x):
        x = x.double()
        size, mean = len(x), x.mean()
        total, delta = self.count + size, mean - self.mean
        self.state["m2"] += ((x - mean) ** 2).sum() + delta**2 * self.count * size / total
        self.state["mean"] = self.mean + delta * size / total
        self.state["count"] = total

    def var(self, correction=1):
        return self.state["m2"] / (self.count - correction)
