# caught-by: labels_the_selected
# mistake: You seem to take the labels from ids that are already masked.
# mistake[zh-CN]: 你似乎在掩码之后才取标签。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    labels = torch.where(selected, new_ids, -100)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
