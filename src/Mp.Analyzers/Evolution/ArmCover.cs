using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>Whether an arm takes all messages that another one took, which was there before.</summary>
internal static class ArmCover
{
    /// <summary>
    /// Whether they take the same: names are for readers, and what more a message has is welcome anyway.
    /// </summary>
    public static bool IsSame(ArmContract now, ArmContract was) =>
        now.IsAdded == was.IsAdded
        && now.Elements.Select(WithoutName).SequenceEqual(was.Elements.Select(WithoutName));

    /// <summary>Whether it takes them all.</summary>
    public static bool Takes(ArmContract now, ArmContract was) => IsForTagOf(now, was) && Refusal(now, was) is null;

    /// <summary>Whether both are for messages with the same tag, or both for those with any or none.</summary>
    public static bool IsForTagOf(ArmContract now, ArmContract was) =>
        string.Equals(now.Tag, was.Tag, StringComparison.Ordinal);

    /// <summary>
    /// Why an arm for the same tag does not take all that the other took; <see langword="null"/> if it does.
    /// </summary>
    /// <remarks>
    /// Peers send what the arm was written for. That others might have put more behind it counts only where the arm
    /// took that as well: so an element that may be missing can be added to all arms but those.
    /// </remarks>
    public static string? Refusal(ArmContract now, ArmContract was)
    {
        // Of handlers that are added at run time the tag is known, and nothing else.
        if (now.IsAdded || was.IsAdded)
        {
            return null;
        }

        int required = MinLength(was);
        for (int index = 0; index < now.Elements.Count; index++)
        {
            ElementContract element = now.Elements[index];
            string text = $"element {index.ToString(ContractNumbers.Culture)}";
            if (index < was.Elements.Count && !ElementCover.Takes(element, was.Elements[index]))
            {
                return $"{text} was {TypeOf(was.Elements[index])}, and is {TypeOf(element)}";
            }

            if (index >= required && !element.IsOptional)
            {
                return index < was.Elements.Count
                    ? $"{text} could be missing, and can't"
                    : $"{text}, {ContractWriter.Write(element)}, is new and can't be missing";
            }

            if (index >= was.Elements.Count && was.Rest.Length > 0 && !ElementCover.TakesAnything(element))
            {
                return $"{text} was anything, and is {TypeOf(element)}";
            }
        }

        return null;
    }

    /// <summary>What an element is asked to be, without its name.</summary>
    public static string TypeOf(ElementContract element) =>
        element.Type is null ? ContractWriter.Write(element) : ContractWriter.Write(element.Type);

    /// <summary>An element as far as it matters to who sends it.</summary>
    public static ElementContract WithoutName(ElementContract element) => element with { Name = "" };

    // Where one element is missing all after it are: so the last that must be there says how many must.
    private static int MinLength(ArmContract arm)
    {
        int length = arm.Elements.Count;
        while (length > 0 && arm.Elements[length - 1].IsOptional)
        {
            length--;
        }

        return length;
    }
}
