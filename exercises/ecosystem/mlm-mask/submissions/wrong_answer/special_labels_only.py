# caught-by: labels_the_selected
# mistake: Special tokens get no label, but their ids seem to be changed.
# mistake[zh-CN]: 特殊 token 没有标签，但它们的编号似乎被改了。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = chance < mlm_probability
    labels = torch.where(selected & ~torch.isin(ids, torch.tensor(special)), ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (fate < 0.9)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
