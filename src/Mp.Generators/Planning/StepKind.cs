namespace Mp.Generators.Planning;

/// <summary>What is done with one element of a message.</summary>
internal enum StepKind
{
    /// <summary>It must equal a constant.</summary>
    Compare,

    /// <summary>It must exist; whatever it is, nobody wants it.</summary>
    Pass,

    /// <summary>A parameter binds to it.</summary>
    Bind,
}
