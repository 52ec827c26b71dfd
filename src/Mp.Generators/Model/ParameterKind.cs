namespace Mp.Generators.Model;

/// <summary>What a parameter of a handler is given.</summary>
internal enum ParameterKind
{
    /// <summary>One element.</summary>
    Element,

    /// <summary>The message itself.</summary>
    Message,

    /// <summary>All elements after those that others bind.</summary>
    Rest,
}
