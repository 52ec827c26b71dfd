namespace Mp.Torture.Coverage;

/// <summary>A few of many inputs that take the same edges.</summary>
internal static class Minimum
{
    /// <summary>Always takes the input that adds the most edges, and of equals the shortest one.</summary>
    public static IReadOnlyList<byte[]> Of(IEnumerable<KeptInput> inputs)
    {
        List<(byte[] Bytes, HashSet<int> Left)> left =
        [
            .. from input in inputs.Distinct()
               orderby input.Bytes.Length, Convert.ToHexString(input.Bytes)
               select (input.Bytes, input.Steps.Select(static step => step / TakenWays.Sizes).ToHashSet()),
        ];
        var taken = new List<byte[]>();
        while (left.Count > 0)
        {
            (byte[] bytes, HashSet<int> edges) = left.MaxBy(static input => input.Left.Count);
            if (edges.Count == 0)
            {
                break;
            }

            taken.Add(bytes);
            int[] added = [.. edges];
            left.ForEach(input => input.Left.ExceptWith(added));
            left.RemoveAll(static input => input.Left.Count == 0);
        }

        return taken;
    }
}
