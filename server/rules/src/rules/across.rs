//! Values that other outlets have differently.

