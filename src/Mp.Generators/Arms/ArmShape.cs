using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Arms;

/// <summary>Which messages one pattern of a handler matches, its parameters included.</summary>
internal sealed record ArmShape
{
    /// <summary>How many elements a message has at least.</summary>
    public required int MinLength { get; init; }

    /// <summary>What each element is, if it is there. All elements after these are welcome.</summary>
    public required EquatableArray<ElementSet> Elements { get; init; }

    /// <summary>Whether every message matches.</summary>
    public bool IsEverything => MinLength == 0 && Elements.All(static element => element.IsEverything);

    /// <summary>The messages that a handler matches by one of its patterns.</summary>
    public static ArmShape Of(HandlerModel handler)
    {
        var unbound = new Queue<ParameterModel>(handler.Parameters.Where(static one => one.Element is not null));
        var elements = new List<ElementSet>();
        foreach (ConstantModel constant in handler.Pattern)
        {
            elements.Add(constant.Kind == ConstantKind.Any && unbound.Count > 0
                ? ElementSets.Of(unbound.Dequeue().Element!)
                : ElementSets.Of(constant));
        }

        // Where one element is missing all after it are: so the last that must be there says how many must.
        int minLength = elements.Count;
        foreach (ParameterModel parameter in unbound)
        {
            elements.Add(ElementSets.Of(parameter.Element!));
            minLength = parameter.Default is null ? elements.Count : minLength;
        }

        return new ArmShape { MinLength = minLength, Elements = elements.ToEquatableArray() };
    }

    /// <summary>Whether every message that the other matches is matched by this one, for certain.</summary>
    public bool Covers(ArmShape other) =>
        MinLength <= other.MinLength
        && Enumerable.Range(0, Elements.Count).All(position => Elements[position].Contains(other.At(position)));

    /// <summary>Whether both match the same messages, for certain.</summary>
    public bool IsSameAs(ArmShape other) => Covers(other) && other.Covers(this);

    /// <summary>What an element is, if it is there.</summary>
    public ElementSet At(int position) => position < Elements.Count ? Elements[position] : ElementSet.Everything;
}
