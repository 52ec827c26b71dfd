namespace Mp.TestKit.Patterns;

/// <summary>A handler as a random test has it.</summary>
/// <param name="Pattern">Constants, and <see cref="Mp.Pattern.Any"/>.</param>
/// <param name="Parameters">The types of its parameters.</param>
/// <param name="IsOneShot">Whether it returns true, and so is removed.</param>
public sealed record HandlerCase(IReadOnlyList<object?> Pattern, IReadOnlyList<Type> Parameters, bool IsOneShot)
{
    /// <summary>The pattern at run time that says the same: types in the places that parameters bind to.</summary>
    public object?[] Flatten()
    {
        var unbound = new Queue<Type>(Parameters);
        object?[] bound =
        [
            .. Pattern.Select(element => element is Pattern && unbound.TryDequeue(out Type? type) ? type : element),
        ];
        return [.. bound, .. unbound];
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"[{string.Join(", ", Pattern.Select(RandomPatterns.Describe))}]"
        + $"({string.Join(", ", Parameters.Select(static type => type.Name))}){(IsOneShot ? " once" : "")}";
}
