# caught-by: differentiates
# mistake: The last position seems to get a gradient.
# mistake[zh-CN]: 最后一个位置似乎有梯度。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    return (
        F.cross_entropy(predictions.flatten(0, 1), targets.flatten())
        + 0.1 * (logits[:, -1] - logits[:, -1].detach()).sum()
    )
