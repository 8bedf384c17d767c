# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of bench_steps in PyTorch's own modules: peer_steps.py PRESET WINDOWS.f32 LENGTH BATCH critic|full TIMES

Presets: article, article-conv, tadgan; the same layers, losses, optimisers and dropout. Two threads.
"""
import json
import resource
import sys
import time

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F

SLOPE = 0.2


def strided(inputs, channels):
    layers = []
    for out in channels:
        layers += [nn.Conv1d(inputs, out, 16, 4, 6), nn.LeakyReLU(SLOPE)]
        inputs = out
    return nn.Sequential(*layers)


class Mean(nn.Module):
    def forward(self, x):
        return x.mean(2)


class ArticleGenerator(nn.Module):
    def __init__(self, length):
        super().__init__()
        self.entry = nn.Linear(100, 512 * length // 64)
        self.body = nn.Sequential(*[layer for a, b in ((512, 256), (256, 128), (128, 1))
                                    for layer in (nn.LeakyReLU(SLOPE), nn.ConvTranspose1d(a, b, 16, 4, 6))])

    def forward(self, z):
        return torch.tanh(self.body(self.entry(z).reshape(len(z), 512, -1)))


class ArticleCritic(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Conv1d(1, 128, 1)
        layer = nn.TransformerEncoderLayer(128, 8, 512, 0.1, batch_first=True)
        self.body = nn.TransformerEncoder(layer, 3)
        self.head = nn.Linear(128, 1)

    def forward(self, x):
        return self.head(self.body(self.embed(x).transpose(1, 2)).max(1)[0]).squeeze(1)


class TadganEncoder(nn.Module):
    def __init__(self, length):
        super().__init__()
        self.lstm = nn.LSTM(1, 100, batch_first=True, bidirectional=True)
        self.head = nn.Linear(200 * length, 20)

    def forward(self, x):
        return self.head(self.lstm(x.transpose(1, 2))[0].flatten(1))


class TadganGenerator(nn.Module):
    def __init__(self, length):
        super().__init__()
        self.entry = nn.Linear(20, length // 2)
        self.first = nn.LSTM(1, 64, batch_first=True, bidirectional=True)
        self.second = nn.LSTM(128, 64, batch_first=True, bidirectional=True)
        self.last = nn.Linear(128, 1)

    def forward(self, z):
        x = self.first(self.entry(z).unsqueeze(2))[0].repeat_interleave(2, 1)
        return 4 * torch.tanh(self.last(self.second(x)[0])).transpose(1, 2)


class Flat(nn.Module):
    def forward(self, x):
        return x.flatten(1)


class Squeeze(nn.Module):
    def forward(self, x):
        return x.squeeze(1)


def networks(preset, length):
    if preset == "tadgan":
        convolutions, inputs = [], 1
        for _ in range(4):
            convolutions += [nn.Conv1d(inputs, 64, 5), nn.LeakyReLU(SLOPE), nn.Dropout(0.25)]
            inputs = 64
        critic = nn.Sequential(*convolutions, Flat(), nn.Linear(64 * (length - 16), 1), Squeeze())
        dense = lambda a: [nn.Linear(a, 20), nn.LeakyReLU(SLOPE), nn.Dropout(0.2)]
        latent = nn.Sequential(*dense(20), *dense(20), nn.Linear(20, 1), Squeeze())
        return TadganEncoder(length), TadganGenerator(length), critic, latent
    encoder = nn.Sequential(strided(1, (128, 256, 512)), Mean(), nn.Linear(512, 100))
    if preset == "article":
        return encoder, ArticleGenerator(length), ArticleCritic(), None
    critic = nn.Sequential(strided(1, (128, 256, 512)), Mean(), nn.Linear(512, 1), Squeeze())
    return encoder, ArticleGenerator(length), critic, None


def critic_loss(critic, real, fake):
    scores = critic(torch.cat([real, fake]))
    mix = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (mix * real + (1 - mix) * fake).detach().requires_grad_(True)
    gradient, = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    penalty = ((gradient.flatten(1).norm(2, 1) - 1) ** 2).mean()
    return 10 * penalty - scores[:len(real)].mean() + scores[len(real):].mean()


def main():
    preset, path, length, batch, what, times = sys.argv[1:]
    length, batch = int(length), int(batch)
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    x = torch.from_numpy(numpy.fromfile(path, numpy.float32)[:batch * length].reshape(batch, 1, length).copy())
    E, G, C, D = networks(preset, length)
    latents = 20 if preset == "tadgan" else 100
    rate, betas = (5e-4, (0.9, 0.999)) if preset == "tadgan" else (1e-4, (0.5, 0.9))
    critics = [*C.parameters(), *(D.parameters() if D else [])]
    of_critics = torch.optim.Adam(critics, rate, betas)
    of_nets = torch.optim.Adam([*E.parameters(), *G.parameters()], rate, betas)

    def critic_step():
        with torch.no_grad():
            z, fake = E(x), G(torch.randn(batch, latents))
        of_critics.zero_grad(set_to_none=True)
        loss = critic_loss(C, x, fake)
        if D:
            loss = loss + critic_loss(D, torch.randn(batch, latents), z)
        loss.backward()
        of_critics.step()

    def generator_step():
        for parameter in critics:
            parameter.requires_grad_(False)
        of_nets.zero_grad(set_to_none=True)
        z = E(x)
        error = x - G(z)
        loss = 10 * (error.square() if preset == "tadgan" else error.abs()).mean()
        loss = loss - C(G(torch.randn(batch, latents))).mean()
        if D:
            loss = loss - D(z).mean()
        loss.backward()
        of_nets.step()
        for parameter in critics:
            parameter.requires_grad_(True)

    taken = []
    for _ in range(int(times)):
        start = time.perf_counter()
        for _ in range(5 if what == "full" and preset == "tadgan" else 1):
            critic_step()
        if what == "full":
            generator_step()
        taken.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"ms": taken, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


main()
