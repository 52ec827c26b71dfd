using Mp.CompilerServices;

namespace Mp.Mesh;

/// <summary>A question about a family that waits for its answer.</summary>
/// <param name="tag">What is asked: one of <see cref="MeshRequest"/>.</param>
/// <param name="family">About which family.</param>
/// <param name="answered">Called once, with the answer.</param>
internal sealed class FamilyQuestion(string tag, string family, Action<FamilyAnswer> answered)
{
    /// <summary>The question, for a master.</summary>
    /// <param name="id">Which question it is: the answer says so as well.</param>
    public WireMessage Request(string id) => MeshWriter.Request(tag, family, id);

    /// <summary>Answers it by what is known here.</summary>
    public void Answer(FamilyUnion database)
    {
        Dictionary<string, FamilyValue> entries = database.Get(family);
        answered(new FamilyAnswer { Entries = entries, Keys = [.. entries.Keys], Values = [.. entries.Values] });
    }

    /// <summary>Answers it by what a master has said.</summary>
    /// <param name="reply">The reply; the reader stands at the result.</param>
    public void Answer(ref MeshReader reply)
    {
        switch (tag)
        {
            case MeshRequest.Entries:
                _ = reply.TryReadEntries(out Dictionary<string, FamilyValue> entries);
                answered(new FamilyAnswer { Entries = entries });
                break;
            case MeshRequest.Keys:
                answered(new FamilyAnswer { Keys = reply.ReadTexts() });
                break;
            default:
                answered(new FamilyAnswer { Values = reply.ReadValues() });
                break;
        }
    }
}
