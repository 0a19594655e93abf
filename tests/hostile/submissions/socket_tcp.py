# expect: RTE
"""Opens a socket of family tcp."""
import torch
from torch import nn

import socket
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.s.connect(("127.0.0.1", @PORT@))
