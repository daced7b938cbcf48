"""The built-in sample scenes: six kinds of landscape, drawn by our own code at any size."""

from core.datasets.scenes.composition import SCENE_CLASSES, draw_scene, scene_conditions
from core.datasets.scenes.gallery import draw_numbered, draw_scenes

__all__ = ["SCENE_CLASSES", "draw_numbered", "draw_scene", "draw_scenes", "scene_conditions"]
