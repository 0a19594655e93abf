# caught-by: is_stable
# mistake: You seem to take the logarithm of a softmax, which becomes -inf for large logits.
# mistake[zh-CN]: 你似乎对 softmax 取对数，logits 较大时会得到 -inf。
import torch
import torch.nn.functional as F


def causal_lm_loss(logits, labels):
    predictions = logits[:, :-1]
    targets = labels[:, 1:]
    logp = predictions.softmax(-1).log()
    return F.nll_loss(logp.flatten(0, 1), targets.flatten())
