namespace Mp.Generators.Contracts;

/// <summary>Who has a contract.</summary>
internal enum ContractKind
{
    /// <summary>A port class.</summary>
    Port,

    /// <summary>An interface, for those who implement it.</summary>
    Interface,

    /// <summary>A record that is a message: for whoever receives it.</summary>
    Message,
}
