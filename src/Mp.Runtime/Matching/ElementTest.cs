namespace Mp.Matching;

/// <summary>What one element of a pattern asks of a message: passes over an element if that is so.</summary>
/// <param name="source">Stands at the element; after one that does not pass, it is of no more use.</param>
internal delegate bool ElementTest(ref ElementSource source);
