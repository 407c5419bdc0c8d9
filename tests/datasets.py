"""The graphs of a world as rdflib holds them, to be looked at and altered."""

from __future__ import annotations

from rdflib import Dataset

from kg.graph.build import Graphs, describe_world
from kg.model import World


def build_dataset(world: World) -> Dataset:
    """The merged world as the default graph, with each article's own graph."""
    dataset = Dataset(default_union=False)
    dataset.default_graph.addN((*triple, dataset.default_graph) for triple in describe_world(world))
    for name, triples in Graphs(world).named():
        graph = dataset.graph(name)
        graph.addN((*triple, graph) for triple in triples)
    return dataset
