namespace Mp.Benchmarks;

/// <summary>The ports that a <see cref="RemoteKeeper"/> has made: each is a <see cref="RemoteCounter"/>.</summary>
[Message("created")]
internal sealed partial record PortsCreated(PortId[] Ports);
