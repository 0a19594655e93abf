# caught-by: selects_with_the_probability
# mistake: You seem to return the ids as labels everywhere, not only at selected positions.
# mistake[zh-CN]: 你似乎在所有位置都把编号作为标签，而不只是在选中的位置。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = ids.clone()
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
