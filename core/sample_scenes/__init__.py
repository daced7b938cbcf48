"""The built-in sample scenes: six kinds of landscape, drawn by our own code at any size."""

from core.sample_scenes.drawing import SCENE_CLASSES, draw_numbered, draw_scene, scene_conditions
from core.sample_scenes.folder import scene_name, scenes_folder

__all__ = ["SCENE_CLASSES", "draw_numbered", "draw_scene", "scene_conditions", "scene_name", "scenes_folder"]
