# caught-by: picks_the_last_real_step
# mistake: You seem to average the real steps.
# mistake[zh-CN]: 你似乎对真实时间步求了平均。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    return torch.stack([o[:n].mean(0) for o, n in zip(output, lengths)])
