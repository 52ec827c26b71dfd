namespace Mp.Links;

/// <summary>
/// What keeps a connection from being read: a message that is to go on over a link without room for it.
/// </summary>
/// <param name="Way">The link.</param>
/// <param name="Room">Completes when the link may have room, or its epoch or its attempt to connect is over.</param>
internal sealed record HoldUp(Link Way, Task Room);
