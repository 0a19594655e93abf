# caught-by: selects_independently
# mistake: You seem to draw one selection for a whole row or column.
# mistake[zh-CN]: 你似乎对整行或整列只抽取了一次。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(*ids.shape[:-1], 1, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
