namespace Mp.TestKit.Patterns;

/// <summary>An enum for random patterns.</summary>
public enum Shade : byte
{
    None,
    Light = 3,
    Dark = 255,
}
