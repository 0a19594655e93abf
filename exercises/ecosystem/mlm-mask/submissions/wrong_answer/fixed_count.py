# caught-by: selects_independently
# mistake: You seem to select a fixed number of tokens.
# mistake[zh-CN]: 你似乎选了固定个数的 token。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    ordinary = (~torch.isin(ids, torch.tensor(special))).flatten().nonzero()[:, 0]
    order = ordinary[torch.randperm(len(ordinary), generator=generator)]
    selected = torch.zeros(ids.numel(), dtype=torch.bool)
    selected[order[: round(len(order) * mlm_probability)]] = True
    selected = selected.view(ids.shape)
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
