using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>A handler of a port class, by one of its patterns: one with several has a model for each.</summary>
internal sealed record HandlerModel
{
    /// <summary>Which handler of its class it is. Models of the same handler have the same number.</summary>
    public required int Number { get; init; }

    /// <summary>The method's name, as metadata has it: without an <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What stands before the name in a call: empty, or <c>((Interface)this).</c> where the pattern is an interface's.
    /// </summary>
    public required string Target { get; init; }

    public required HandlerReturn Return { get; init; }

    public required EquatableArray<ConstantModel> Pattern { get; init; }

    /// <summary>What the handler binds, in order: its parameters, or the members of one that is composed.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The parameter that is a whole message, or <see langword="null"/>.</summary>
    public required ComposedModel? Composed { get; init; }

    /// <summary>
    /// Where a parameter of the method stands among what is bound, or -1 if it is composed of what is bound.
    /// </summary>
    public int PlaceOf(int parameter) => Composed is null || parameter < Composed.First
        ? parameter
        : parameter == Composed.First ? -1 : parameter - 1 + Composed.Count;

    /// <summary>Whether the handler may finish later than it returns.</summary>
    public bool IsAsynchronous => Return is not (HandlerReturn.Nothing or HandlerReturn.Boolean);

    /// <summary>Whether the handler may say that it is done, and is removed then.</summary>
    public bool IsRemovable =>
        Return is HandlerReturn.Boolean or HandlerReturn.BooleanTask or HandlerReturn.BooleanValueTask;
}
