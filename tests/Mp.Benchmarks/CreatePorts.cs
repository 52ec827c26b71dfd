namespace Mp.Benchmarks;

/// <summary>Asks a <see cref="RemoteKeeper"/> for ports.</summary>
[Message("create")]
internal sealed partial record CreatePorts(int Count) : IAnsweredBy<PortsCreated>;
