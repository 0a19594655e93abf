# caught-by: draws_from_the_whole_vocabulary
# mistake: You seem to take random ids from `ids` instead of from the vocabulary.
# mistake[zh-CN]: 你似乎从 `ids` 里取随机编号，而不是从整个词表中取。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = ids.flatten()[torch.randperm(ids.numel(), generator=generator)].view(ids.shape)
    return torch.where(replaced, words, new_ids), labels
