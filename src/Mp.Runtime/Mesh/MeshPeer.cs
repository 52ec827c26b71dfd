namespace Mp.Mesh;

/// <summary>Another node that is up, as the mesh sees it.</summary>
/// <param name="isAware">Whether it understands what meshes are about.</param>
internal sealed class MeshPeer(bool isAware)
{
    /// <summary>Whether it understands what meshes are about: unasked, no other is told anything.</summary>
    public bool IsAware => isAware;

    /// <summary>Whether it has said that it is global.</summary>
    public bool IsGlobal { get; set; }

    /// <summary>Whether it has made this node its master.</summary>
    public bool IsSlave { get; set; }

    /// <summary>Whether this node and it, both global, tell each other everything.</summary>
    public bool IsEqual { get; set; }

    /// <summary>The families of whose changes it is to be told.</summary>
    public HashSet<string> Monitors { get; } = new(StringComparer.Ordinal);
}
