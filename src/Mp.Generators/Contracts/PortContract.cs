using Mp.Generators.Collections;

namespace Mp.Generators.Contracts;

/// <summary>What is received: by the handlers of a port class, or of those who implement an interface.</summary>
internal sealed record PortContract
{
    /// <summary>The name in metadata, with namespace and the types around it.</summary>
    public required string Name { get; init; }

    public ContractKind Kind { get; init; }

    /// <summary>
    /// The name in metadata of the class that it derives from, whose handlers it has as well; empty if that is
    /// <c>Port</c>.
    /// </summary>
    public string Base { get; init; } = "";

    /// <summary>Whether it receives what no handler matches.</summary>
    public bool ReceivesUnmatched { get; init; }

    /// <summary>Whether it has handlers of which nothing is known here.</summary>
    public bool IsOpen { get; init; }

    public required EquatableArray<ArmContract> Arms { get; init; }
}
