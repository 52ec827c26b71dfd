namespace Mp.Links;

/// <summary>The connection of an epoch, as the link sees it.</summary>
internal interface ILinkConnection
{
    /// <summary>Has what the link has gathered written soon. Returns at once.</summary>
    void RequestFlush();

    /// <summary>Closes the connection at once. May be repeated.</summary>
    void Abort();
}
