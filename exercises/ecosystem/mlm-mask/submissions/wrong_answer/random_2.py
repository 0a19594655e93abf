# caught-by: splits_the_selected
# mistake: After 80 % are masked you seem to replace a tenth of the rest: half of the rest is wanted.
# mistake[zh-CN]: 换掉 80 % 之后，你似乎只替换了其余的十分之一，而应替换其余的一半。
import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    new_ids = ids.clone()
    chance = torch.rand(ids.shape, generator=generator, device=ids.device)
    selected = (chance < mlm_probability) & ~torch.isin(ids, torch.tensor(special, device=ids.device))
    labels = torch.where(selected, ids, -100)
    fate = torch.rand(ids.shape, generator=generator, device=ids.device)
    new_ids[selected & (fate < 0.8)] = mask_id
    replaced = selected & (fate >= 0.8) & (torch.rand(ids.shape, generator=generator) < 0.1)
    words = torch.randint(vocab_size, ids.shape, generator=generator, device=ids.device)
    return torch.where(replaced, words, new_ids), labels
